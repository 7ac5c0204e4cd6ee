import { QueryClient } from "@tanstack/react-query";

/** How every question is asked unless it says otherwise: once, and whatever the browser thinks of the network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      // The service has retried already; the cadence asks again.
      retry: false,
      refetchOnReconnect: "always",
      gcTime: 60_000,
    },
  },
});
