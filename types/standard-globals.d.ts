// What src/shared may use beyond ECMAScript: the few web standards that every runtime has (Node, Electron, browsers).
// Read by tsconfig.shared.json alone; every other project has the full types of its own environment.

declare const crypto: {
	getRandomValues<T extends Uint8Array | Uint16Array | Uint32Array>(array: T): T;
};

declare class TextEncoder {
	encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(input?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}

declare function atob(base64: string): string;
declare function btoa(units: string): string;

declare function structuredClone<T>(value: T): T;

declare function queueMicrotask(callback: () => void): void;

declare class URL {
	constructor(url: string, base?: string | URL);
	readonly href: string;
	readonly protocol: string;
	readonly hostname: string;
	readonly pathname: string;
	readonly search: string;
	readonly hash: string;
}
