/* The page on which lists are signed: the chosen list is in sight. */

import { showCurrent } from "./strips.js";

showCurrent();
