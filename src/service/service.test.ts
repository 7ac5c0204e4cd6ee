import { dataFaultSuite } from "./testing/data-fault-suite.ts";
import { faultSuite } from "./testing/fault-suite.ts";
import { platformSuite } from "./testing/platform-suite.ts";
import { rateLimitSuite } from "./testing/rate-limit-suite.ts";
import { sampleSuite } from "./testing/sample-suite.ts";
import { startValueHost } from "./testing/value-host.ts";

sampleSuite("service as a value", startValueHost);
platformSuite("service as a value", startValueHost);
faultSuite("service as a value", startValueHost);
dataFaultSuite("service as a value", startValueHost);
rateLimitSuite("service as a value", startValueHost);
