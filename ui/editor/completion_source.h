// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"
#include "core/sql/completion.h"
#include "core/worker/language.h"
#include "ui/editor/completion.h"

#include <QCoreApplication>

namespace joinery::ui {

/// What can stand at a place: names of the connected database, words of its engine.
class CompletionSource
{
    Q_DECLARE_TR_FUNCTIONS(joinery::ui::CompletionSource)
public:
    void setLanguage(const QString &dialect);
    void setCatalog(schema::CatalogPtr catalog) { m_catalog = std::move(catalog); }
    sql::Flavor flavor() const { return m_flavor; }

    struct Offer
    {
        QList<Completion> completions;
        QString typed;
        qsizetype replaceStart = 0; ///< in the script: what is typed from here to the caret is replaced
    };
    Offer at(QStringView script, qsizetype caret) const;

private:
    void addTables(QList<Completion> &all) const;
    void addColumns(QList<Completion> &all, const sql::TableReference &reference, int rank) const;
    void addWords(QList<Completion> &all) const;

    sql::Flavor m_flavor = sql::Flavor::Generic;
    worker::Language m_language;
    schema::CatalogPtr m_catalog;
};

} // namespace joinery::ui
