import manifest from '#package' with { type: 'json' };

/** The program that makes an entry of the custody log, as the entry says it. */
export const software = `${manifest.productName} ${manifest.version}`;
