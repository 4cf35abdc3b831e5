import type { GenericSchema } from 'valibot';

/** What one call takes; `undefined` for calls without an argument. */
export type ArgumentOf<F> = F extends (argument: infer A) => unknown ? (unknown extends A ? undefined : A) : never;
export type ValueOf<F> = F extends (...args: never[]) => infer R ? R : never;

/** The serving side of a contract: the same calls, at once or later. */
export type Handlers<Api> = {
	[N in keyof Api]: {
		[C in keyof Api[N]]: (argument: ArgumentOf<Api[N][C]>) => ValueOf<Api[N][C]> | Promise<ValueOf<Api[N][C]>>;
	};
};

/** The asking side of a contract: the same calls as promises, which reject with an AppError only. */
export type Client<Api> = {
	readonly [N in keyof Api]: {
		readonly [C in keyof Api[N]]: undefined extends ArgumentOf<Api[N][C]>
			? () => Promise<ValueOf<Api[N][C]>>
			: (argument: ArgumentOf<Api[N][C]>) => Promise<ValueOf<Api[N][C]>>;
	};
};

/** Checks of the arguments, by noun and call: a call forgotten here, or one too many, does not compile. */
export type ArgumentSchemas<Api> = {
	[N in keyof Api]: { [C in keyof Api[N]]: GenericSchema<unknown, ArgumentOf<Api[N][C]>> };
};
