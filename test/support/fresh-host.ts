import { playHost } from './custom-functions';

// The files of a process share their modules: each begins in the same workbook, in an Excel of which nothing is known.
playHost(null);
