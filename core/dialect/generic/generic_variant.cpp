// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/generic_variant.h"

namespace joinery::dialect {

QString GenericVariant::quote(const QString &identifier) const
{
    return m_quote.isEmpty() ? identifier : m_quote + QString(identifier).replace(m_quote, m_quote + m_quote) + m_quote;
}

// Of MySQL more is known than of standard SQL, and its ODBC driver stores whole results: a window needs its LIMIT.
const Capabilities &GenericVariant::capabilities() const
{
    static const Capabilities mysql{.schemas = true, .addConstraint = true};
    return m_backslashEscapes ? mysql : GenericDialect::capabilities();
}

QString GenericVariant::textLiteral(const QByteArray &utf8) const
{
    const QString text = GenericDialect::textLiteral(utf8);
    return m_backslashEscapes ? QString(text).replace(u'\\', QStringLiteral("\\\\")) : text;
}

} // namespace joinery::dialect
