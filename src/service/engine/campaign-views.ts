import type { CampaignSource } from "#providers/provider.ts";
import type { Projection } from "../access/projection.ts";
import type { AttemptsAnswer, CallRow, CallsAnswer, CallsQuery } from "../api.ts";
import type { Calendar } from "./calendar.ts";
import { attemptsOf } from "./calls/attempts.ts";
import { csvOf } from "./calls/csv.ts";
import { hidesIds, type Sight } from "./calls/sight.ts";
import { type CallTable, contactOf } from "./calls/table.ts";
import { viewCalls } from "./calls/view.ts";
import { OpaqueIds } from "./opaque-ids.ts";

/** A campaign's calls as its viewers may see them. */
export class CampaignViews {
  readonly #source: CampaignSource;
  readonly #ids = new OpaqueIds();

  constructor(source: CampaignSource) {
    this.#source = source;
  }

  async calls(table: CallTable, query: CallsQuery, calendar: Calendar | undefined, projection: Projection): Promise<CallsAnswer> {
    const sight = this.#sight(projection);
    const view = viewCalls(table, query, calendar?.clock, sight);
    return { ...view, rows: await this.#disguised(table, view.rows, sight) };
  }

  /** `undefined`: no such call is listed. */
  async attempts(table: CallTable, callId: string, projection: Projection): Promise<AttemptsAnswer | undefined> {
    const sight = this.#sight(projection);
    const id = hidesIds(sight) ? this.#ids.behind(callId) : callId;
    const answer = id === undefined ? undefined : attemptsOf(table, id, sight);
    return answer && { ...answer, rows: await this.#disguised(table, answer.rows, sight) };
  }

  csv(table: CallTable, query: CallsQuery, calendar: Calendar | undefined, projection: Projection): Iterable<string> {
    return csvOf(table, query, calendar?.clock, this.#sight(projection));
  }

  #sight({ numbers, recordings }: Projection): Sight {
    const { dimensions, reports } = this.#source;
    const hidden = recordings ? [] : dimensions.filter(({ analysis }) => analysis === true);
    return { numbers, recordings, hidden: new Set(hidden.map(({ id }) => id)), ownIds: reports.callIds };
  }

  /** Rows by which those who do not see numbers still tell one from the other. */
  async #disguised(table: CallTable, rows: CallRow[], sight: Sight): Promise<CallRow[]> {
    if (sight.numbers === "full") return rows;
    return Promise.all(
      rows.map(async (row) => {
        const contact = contactOf(table, row.id);
        const id = hidesIds(sight) ? await this.#ids.give(row.id) : row.id;
        return { ...row, id, ...(contact !== undefined && { contact: await this.#ids.nameOf(contact) }) };
      }),
    );
  }
}
