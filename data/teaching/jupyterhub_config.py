"""JupyterHub for a course: who knows the shared password gets the lessons, in an own folder.

For a closed network alone: the password is shared and nothing is encrypted. Copy this file, set
``COURSE_FOLDER`` and ``COURSE_PASSWORD`` and start with
``jupyterhub --config jupyterhub_config.py``. An organisation with a directory of users puts its own
authenticator here.
"""

import os
import shutil
from pathlib import Path
from typing import Any

from selfmgmt.teaching.editions import edition_text, lessons
from selfmgmt.workspace.lab.launch import QUIET, lab_environment

c: Any = get_config()  # type: ignore[name-defined]  # noqa: F821  JupyterHub has it

HOMES = Path(os.environ["COURSE_FOLDER"]).resolve()
LANGUAGE = os.environ.get("COURSE_LANGUAGE", "nl")
PATIENCE = 300  # seconds for a start when everybody comes in at once; a setting
MEMORY = "1G"  # for one participant, where the spawner can hold to it; a setting

c.JupyterHub.bind_url = "http://0.0.0.0:8000"
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = os.environ["COURSE_PASSWORD"]
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(HOMES / "{username}")
c.Spawner.default_url = f"/lab/tree/{next(iter(lessons()))}.ipynb"
c.Spawner.environment = {
    "JUPYTERHUB_SINGLEUSER_APP": "jupyter_server.serverapp.ServerApp",
    **lab_environment(LANGUAGE),
}
c.Spawner.args = list(QUIET)
c.Spawner.mem_limit = MEMORY
c.Spawner.start_timeout = c.Spawner.http_timeout = PATIENCE
c.ConfigurableHTTPProxy.command = (
    shutil.which("configurable-http-proxy") or "configurable-http-proxy"
)


def with_lessons(spawner: Any) -> None:
    """Put the lessons in the folder of a participant; what they changed stays as it is."""
    home = HOMES / spawner.user.name
    home.mkdir(parents=True, exist_ok=True)
    for name, path in lessons().items():
        lesson = home / f"{name}.ipynb"
        if not lesson.exists():
            lesson.write_text(edition_text(path, "participant", LANGUAGE), encoding="utf-8")


c.Spawner.pre_spawn_hook = with_lessons
