// Completes package-lock.json with the optional platform packages that a registry mirror does not serve: npm leaves
// them out of the lock and `npm ci` then calls the lock broken. Run after every `npm install` that changes the lock.
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const platform = /-(android|darwin|linux|win32|freebsd|openharmony)-(x64|arm64|arm|ia32|ppc64|riscv64|s390x)/
let filled = 0
for (const [at, owner] of Object.entries(lock.packages)) {
  if (at === '') continue
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`
    const found = platform.exec(name)
    if (lock.packages[key] || !found) continue
    const [, os, cpu] = found
    lock.packages[key] = {
      version: version.replace(/^[\^~]/, ''),
      cpu: [cpu],
      ...(owner.dev ? { dev: true } : {}),
      optional: true,
      os: [os],
    }
    filled++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`filled ${filled}`)
