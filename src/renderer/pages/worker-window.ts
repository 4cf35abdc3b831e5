// Subtle: the parsing half of pdfjs takes a scope without `window` for a worker of its own, and would listen to the
// messages that are ours. To be imported before it.
Reflect.set(globalThis, 'window', globalThis);
