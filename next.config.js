/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native or worker-thread packages stay outside the bundle.
  serverExternalPackages: ['@duckdb/node-api', 'date-holidays', 'graphile-worker', 'postgres', 'nodemailer'],
  // A cached failed build makes every later build fail with the same error.
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    // A list of 20,000 addresses (5 MB) with the rest of its form, and files (20 MB). Which page takes how much, and that more is refused
    // before it has arrived, is the business of lib/runtime/body-limit.mjs; these only must not be smaller.
    serverActions: { bodySizeLimit: '29mb' },
    proxyClientMaxBodySize: '30mb',
  },
  // `npm run check` checks types, tests included; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // A page and its JSON cannot have one folder.
  rewrites: () => [{ source: '/register/:id([0-9a-f-]{36}).json', destination: '/register/:id/json' }],
  turbopack: { root: import.meta.dirname },
}

export default config
