/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native or worker-thread packages stay outside the bundle.
  serverExternalPackages: ['@duckdb/node-api', 'date-holidays', 'graphile-worker', 'postgres', 'nodemailer'],
  // A cached failed build makes every later build fail with the same error.
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    // A list of 20,000 addresses (5 MB) with the rest of its form; more is refused while it arrives.
    serverActions: { bodySizeLimit: '8mb' },
  },
  // `npm run check` checks types, tests included; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // A page and its JSON cannot have one folder.
  rewrites: () => [{ source: '/register/:id([0-9a-f-]{36}).json', destination: '/register/:id/json' }],
  turbopack: { root: import.meta.dirname },
}

export default config
