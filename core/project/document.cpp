// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/document.h"

#include "core/operation/apply.h"

namespace joinery::project {

Document::Document(schema::Catalog catalog, QObject *parent) : QObject(parent)
{
    reset(std::move(catalog));
}

Result<operation::Operation> Document::apply(const operation::Operation &operation)
{
    auto next = std::make_shared<schema::Catalog>(*m_catalog);
    JOINERY_TRY(operation::apply(*next, operation));
    schema::assignUids(*next);
    std::optional<operation::Operation> inverse = operation::invert(operation, *m_catalog);
    if (!inverse)
        return fail(ErrorKind::Unsupported, QStringLiteral("A model cannot hold a step that has no way back."));
    m_catalog = std::move(next);
    Q_EMIT changed(operation);
    return *std::move(inverse);
}

void Document::reset(schema::Catalog catalog)
{
    schema::assignUids(catalog);
    m_catalog = std::make_shared<const schema::Catalog>(std::move(catalog));
    Q_EMIT wasReset();
}

} // namespace joinery::project
