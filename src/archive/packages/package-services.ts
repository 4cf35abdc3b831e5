import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { CollectionsService } from '#archive/collections/collections-service.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { EventsService } from '#archive/events/events-service.ts';
import type { LinksService } from '#archive/links/links-service.ts';
import type { MentionsService } from '#archive/mentions/mentions-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { TagsService } from '#archive/tags/tags-service.ts';
import type { AnnotationsExportService } from '#archive/transfer/annotations-export-service.ts';

/** The services whose things a package carries. */
export interface PackagedServices {
	records: RecordsService;
	originals: OriginalsService;
	editions: EditionsService;
	annotations: AnnotationsService;
	annotationsExport: AnnotationsExportService;
	links: LinksService;
	names: NamesService;
	events: EventsService;
	mentions: MentionsService;
	collections: CollectionsService;
	tags: TagsService;
	descriptions: DescriptionsService;
	custody: CustodyService;
}
