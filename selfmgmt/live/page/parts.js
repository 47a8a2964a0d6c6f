// @ts-check
// What stands behind the page, without the page: for whoever wants to play a session.

import { engineOf } from "./engine.js";
import { sessionOf } from "./session.js";
import { caseText } from "./yaml.js";

export { caseText, engineOf, sessionOf };
