import { faultSuite } from "./testing/fault-suite.ts";
import { platformSuite } from "./testing/platform-suite.ts";
import { sampleSuite } from "./testing/sample-suite.ts";
import { startValueHost } from "./testing/value-host.ts";

sampleSuite("service as a value", startValueHost);
platformSuite("service as a value", startValueHost);
faultSuite("service as a value", startValueHost);
