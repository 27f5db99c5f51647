import { workbenchOfRun } from './workbench-page';

// before the first hook, whose time would run out where all has yet to start
await workbenchOfRun();
