// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/compare.h"

namespace joinery::compare {

/// What an element means, as a text without its name and identity: two elements are the same when their texts are.
class Shape
{
public:
    /// `sameEngine`: both sides speak of one engine, whose own options count.
    Shape(const Options &options, const schema::Catalog &catalog, bool sameEngine)
        : m_options(options), m_catalog(catalog), m_sameEngine(sameEngine) {}

    QString of(const schema::Type &type) const;
    QString of(const schema::Column &column, const schema::Table &table) const;
    QString of(const schema::PrimaryKey &key) const;
    QString of(const schema::Unique &unique) const;
    QString of(const schema::ForeignKey &key) const;
    QString of(const schema::Check &check) const;
    QString of(const schema::Exclusion &exclusion) const;
    QString of(const schema::Index &index) const;
    QString of(const schema::Sequence &sequence) const;
    QString of(const schema::View &view) const;
    QString of(const schema::Definition &definition) const;
    QString options(const schema::Table &table) const;
    QString expression(const QString &sql) const;
    QString comment(const QString &text) const { return m_options.comments ? text : QString(); }
    QString name(const QString &text) const { return m_options.caseSensitive ? text : text.toLower(); }
    QString name(const schema::Name &name) const;
    bool takesAnyName(const QString &text) const { return text.isEmpty() && m_options.unnamedIsAny; }

private:
    QString names(const QStringList &list) const;
    QString map(const QMap<QString, QString> &options) const;
    const Options &m_options;
    const schema::Catalog &m_catalog;
    bool m_sameEngine;
};

} // namespace joinery::compare
