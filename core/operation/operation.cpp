// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/operation.h"

#include <tuple>

namespace joinery::operation {

namespace {

auto members(const CreateTable &o) { return std::tie(o.table, o.position); }
auto members(const DropTable &o) { return std::tie(o.table); }
auto members(const RenameTable &o) { return std::tie(o.from, o.to); }
auto members(const AlterTableOptions &o) { return std::tie(o.table, o.from, o.to); }
auto members(const SetTableComment &o) { return std::tie(o.table, o.from, o.to); }
auto members(const AddColumn &o) { return std::tie(o.table, o.column, o.after, o.backfill); }
auto members(const DropColumn &o) { return std::tie(o.table, o.column, o.after); }
auto members(const RenameColumn &o) { return std::tie(o.table, o.from, o.to); }
auto members(const AlterColumn &o)
{
    return std::tie(o.table, o.from, o.to, o.conversion, o.reverseConversion, o.nullFill);
}
auto members(const AddConstraint &o) { return std::tie(o.table, o.constraint, o.position); }
auto members(const DropConstraint &o) { return std::tie(o.table, o.constraint); }
auto members(const RenameConstraint &o) { return std::tie(o.table, o.constraint, o.to); }
auto members(const CreateIndex &o) { return std::tie(o.table, o.index, o.concurrently, o.position); }
auto members(const DropIndex &o) { return std::tie(o.table, o.index, o.concurrently); }
auto members(const RenameIndex &o) { return std::tie(o.table, o.index, o.to); }
auto members(const CreateEnum &o) { return std::tie(o.type, o.position); }
auto members(const DropEnum &o) { return std::tie(o.type); }
auto members(const RenameEnum &o) { return std::tie(o.from, o.to); }
auto members(const AddEnumValue &o) { return std::tie(o.type, o.value, o.before); }
auto members(const RenameEnumValue &o) { return std::tie(o.type, o.from, o.to); }
auto members(const RebuildEnum &o) { return std::tie(o.from, o.to, o.mapping); }
auto members(const CreateSequence &o) { return std::tie(o.sequence, o.position); }
auto members(const DropSequence &o) { return std::tie(o.sequence); }
auto members(const AlterSequence &o) { return std::tie(o.from, o.to); }
auto members(const CreateView &o) { return std::tie(o.view, o.position); }
auto members(const DropView &o) { return std::tie(o.view); }
auto members(const ReplaceView &o) { return std::tie(o.from, o.to); }
auto members(const CreateDefinition &o) { return std::tie(o.definition, o.position); }
auto members(const DropDefinition &o) { return std::tie(o.definition); }
auto members(const ReplaceDefinition &o) { return std::tie(o.from, o.to); }
auto members(const ExecuteSql &o)
{
    return std::tie(o.up, o.down, o.dialects, o.outsideTransaction, o.touches, o.description);
}

} // namespace

#define JOINERY_EQUAL(T)                                                                                               \
    bool operator==(const T &a, const T &b)                                                                            \
    {                                                                                                                  \
        return members(a) == members(b);                                                                               \
    }
JOINERY_OPERATIONS(JOINERY_EQUAL)
#undef JOINERY_EQUAL

} // namespace joinery::operation
