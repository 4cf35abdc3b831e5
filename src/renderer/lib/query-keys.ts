import type { ArgumentOf, ValueOf } from '#shared/api/calls.ts';
import type { ArchiveApi } from '#shared/api/contract.ts';
import { everyCall } from '#shared/api/every-call.ts';
import { archive } from './archive.ts';

type Asked<F> = undefined extends ArgumentOf<F> ? [] : [argument: ArgumentOf<F>];

type Keys = {
	readonly [N in keyof ArchiveApi]: {
		readonly [C in keyof ArchiveApi[N]]: (
			...argument: [] | [argument: ArgumentOf<ArchiveApi[N][C]>]
		) => readonly unknown[];
	};
};

type Queries = {
	readonly [N in keyof ArchiveApi]: {
		readonly [C in keyof ArchiveApi[N]]: (...argument: Asked<ArchiveApi[N][C]>) => {
			queryKey: readonly unknown[];
			queryFn: () => Promise<ValueOf<ArchiveApi[N][C]>>;
		};
	};
};

type AnyCall = (argument: unknown) => Promise<unknown>;

/** `keys.records.list({…})` is `['records', 'list', {…}]`; without an argument it stands for every use of the call. */
export const keys = everyCall((noun, call) => (...argument: unknown[]) => [noun, call, ...argument]) as unknown as Keys;

/** `useQuery(queries.records.get({ id }))`: key and call together, so that they cannot part. */
export const queries = everyCall((noun, call) => (...argument: unknown[]) => ({
	queryKey: [noun, call, ...argument],
	queryFn: () => (archive.calls as unknown as Record<string, Record<string, AnyCall>>)[noun]?.[call]?.(argument[0]),
})) as unknown as Queries;
