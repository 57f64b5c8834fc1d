// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

// One model, several engines: what is written for one of them is turned into what another one can hold.
namespace joinery::dialect {

struct Adapted
{
    schema::Catalog catalog;       ///< in the terms of the engine: its types, its expressions, nothing that it has not
    std::vector<Finding> findings; ///< what was left out or changed, codes PT901 and up
};

/// Whether the catalogue is in the engine's own terms already.
bool isNative(const schema::Catalog &catalog, const Dialect &dialect);

/// The catalogue as the engine would hold it. Comparing a model with a database of another engine is comparing this.
/// `serverVersion` as in driver::ServerInfo, 0: the newest.
Adapted adapt(const schema::Catalog &catalog, const Dialect &dialect, int serverVersion = 0);

/// What would be left out or changed when the model is created on this engine.
std::vector<Finding> portabilityFindings(const schema::Catalog &catalog, const Dialect &dialect);

/// The operations that do on adapt(before) what `operations` do on `before`; where the catalogue is native they come
/// back as they are.
Result<operation::Operations> adapt(const operation::Operations &operations, const schema::Catalog &before,
                                    const Dialect &dialect, int serverVersion = 0);

/// An expression in another engine's words; nothing where it holds what is not understood.
std::optional<QString> translateExpression(const QString &expression, const QString &from, const Dialect &to);

} // namespace joinery::dialect
