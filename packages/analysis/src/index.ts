/** The doors of the analysis engine: every number in Concord is made behind one of these. */
export {};
