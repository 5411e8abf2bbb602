import { calls } from './call.js';
import { copying } from './copy.js';
import { drafts } from './drafts.js';
import { faults } from './faults.js';
import { follow } from './follow.js';
import { live } from './live.js';
import { once } from './once.js';
import { unfold } from './unfold.js';
import { raw } from './raw.js';

once();
faults();
drafts();
follow();
live();
calls();
copying();
raw();
unfold();
