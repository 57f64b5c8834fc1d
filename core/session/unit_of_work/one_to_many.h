// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/dependency.h"

namespace joinery::session {

/// A collection of records that hold the foreign key.
class OneToMany : public Dependency
{
public:
    using Dependency::Dependency;
    Status prepareDeletes(const std::vector<Record *> &records) override;
    Status prepareSaves(const std::vector<Record *> &records) override;
    void orderTables(const FlushSteps &steps, const FlushOrder &before) const override;
    void orderRecords(const FlushSteps &steps, FlushStep there, bool thereDeleted, bool hereDeleted, const FlushOrder &before) const override;
    Status writeDeletes(const std::vector<Record *> &records) override;
    Status writeSaves(const std::vector<Record *> &records) override;
};

} // namespace joinery::session
