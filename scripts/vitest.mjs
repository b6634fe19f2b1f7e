// Runs the test suites once, with vitest's own arguments (npm run test:slices -- goal).
process.argv.splice(2, 0, 'run');
await import('../node_modules/vitest/vitest.mjs');
