/**
 * A knip reporter that says how many files were looked at, so that a knip which
 * saw nothing is not taken for a clean project.
 * @param {import("knip").ReporterOptions} options
 */
export default function reportCounts({ counters }) {
  console.log(`knip looked at ${counters.processed} files`);
}
