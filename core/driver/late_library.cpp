// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/late_library.h"

namespace joinery::driver {

LateLibrary::LateLibrary(const char *name, int version, const char *package)
    : m_library(QLatin1String(name), version), m_package(QLatin1String(package))
{
}

Status LateLibrary::load(const std::function<const char *(const Find &)> &resolve)
{
    const std::lock_guard lock(m_mutex);
    if (!m_loaded)
        m_loaded = open(resolve);
    return *m_loaded;
}

Status LateLibrary::open(const std::function<const char *(const Find &)> &resolve)
{
    if (!m_library.load())
        return fail(ErrorKind::Unsupported,
                    QStringLiteral("The client library of this database is not installed (%1): %2").arg(m_package, m_library.errorString()));
    if (const char *missing = resolve([this](const char *symbol) { return m_library.resolve(symbol); }))
        return fail(ErrorKind::Unsupported, QStringLiteral("The client library %1 is too old for Joinery: it lacks %2.")
                                                .arg(m_library.fileName(), QLatin1String(missing)));
    return {};
}

} // namespace joinery::driver
