"""The pages as a web application: who may come in, kernels in reserve, sockets that are checked."""
