import { serveImports } from './serve-import';

// Runs beside the pane, which stays responsive while a large report is read. Entry of a chunk of its own.
serveImports(self);
