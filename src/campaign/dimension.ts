/**
 * Something a platform says of each call beyond its outcome, in words of its
 * own: a disposition, a sentiment, an end reason. A declared dimension gets a
 * column, a filter and bars; its words are shown as they arrive.
 */
export type Dimension = {
  /** Stands in links and queries: lower-case letters and underscores. */
  id: string;
  /** The column's title. */
  title: string;
  /** Where it is read, in the platform's own words (`sentiment`). */
  source: string;
  /** What the platform made of the conversation itself: for those only who may hear recordings. */
  analysis?: true;
};
