/** How a time fades out where it is open. A mask, not a gradient of colour: it keeps the colour of what it is on. */
export function Fades() {
	return (
		<defs>
			<Fade id="chronology-to-end" from={0.7} to={0} />
			<Fade id="chronology-to-start" from={0} to={0.7} />
		</defs>
	);
}

function Fade({ id, from, to }: { id: string; from: number; to: number }) {
	return (
		<>
			<linearGradient id={`${id}-light`}>
				<stop stopColor="#fff" stopOpacity={from} />
				<stop offset={1} stopColor="#fff" stopOpacity={to} />
			</linearGradient>
			<mask id={id} maskContentUnits="objectBoundingBox">
				<rect width={1} height={1} fill={`url(#${id}-light)`} />
			</mask>
		</>
	);
}
