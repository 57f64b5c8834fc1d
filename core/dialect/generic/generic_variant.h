// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/generic/generic_dialect.h"

namespace joinery::dialect {

/// Standard SQL for a driver that quotes names, or texts, in another way.
class GenericVariant : public GenericDialect
{
public:
    using Dialect::quote;
    /// `quote` is what stands before and after a name; empty: names cannot be quoted.
    GenericVariant(QString name, QString quote, bool backslashEscapes = false)
        : m_name(std::move(name)), m_quote(std::move(quote)), m_backslashEscapes(backslashEscapes)
    {
    }

    QString name() const override { return m_name; }
    const Capabilities &capabilities() const override;
    QString quote(const QString &identifier) const override;

protected:
    QString textLiteral(const QByteArray &utf8) const override;

private:
    QString m_name;
    QString m_quote;
    bool m_backslashEscapes; ///< MySQL: a backslash in a text stands for what follows
};

} // namespace joinery::dialect
