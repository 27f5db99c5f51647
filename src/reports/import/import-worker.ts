import { serveImports } from './serve-import';

// The worker's entry point. Reading a large report in a worker keeps the pane responsive.
serveImports(self);
