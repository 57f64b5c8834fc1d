// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/catalog_json.h"

#include "core/schema/catalog_fields.h"

namespace joinery::schema {

// In the order of the enumerations.
#define JOINERY_WORDS(T, ...)                                                                                          \
    std::span<const char *const> wordsOf(T *)                                                                          \
    {                                                                                                                  \
        static constexpr const char *words[] = {__VA_ARGS__};                                                          \
        return words;                                                                                                  \
    }
JOINERY_WORDS(TypeKind, "Boolean", "SmallInteger", "Integer", "BigInteger", "Float", "Double", "Numeric", "String",
              "Char", "Text", "LargeBinary", "Date", "Time", "DateTime", "Interval", "Json", "Uuid", "Enum", "Array",
              "Native")
JOINERY_WORDS(Default::Kind, "literal", "expression")
JOINERY_WORDS(Identity::Kind, "by_default", "always", "serial", "auto")
JOINERY_WORDS(Deferral, "not_deferrable", "initially_immediate", "initially_deferred")
JOINERY_WORDS(ForeignKeyAction, "no_action", "restrict", "cascade", "set_null", "set_default")
JOINERY_WORDS(NullsOrder, "default", "first", "last")
JOINERY_WORDS(Definition::Kind, "extension", "schema", "domain", "composite_type", "range_type", "function",
              "procedure", "aggregate", "operator", "trigger", "rule", "policy", "event", "statistics",
              "virtual_table", "other")
#undef JOINERY_WORDS

#define JOINERY_JSON(T, fromJson)                                                                                      \
    QJsonObject toJson(const T &value)                                                                                 \
    {                                                                                                                  \
        return JsonWriter::write(value).toObject();                                                                    \
    }                                                                                                                  \
    Result<T> fromJson(const QJsonObject &json)                                                                        \
    {                                                                                                                  \
        return JsonReader::readWhole<T>(json);                                                                         \
    }
JOINERY_JSON(Type, typeFromJson)
JOINERY_JSON(Column, columnFromJson)
JOINERY_JSON(PrimaryKey, primaryKeyFromJson)
JOINERY_JSON(Unique, uniqueFromJson)
JOINERY_JSON(ForeignKey, foreignKeyFromJson)
JOINERY_JSON(Check, checkFromJson)
JOINERY_JSON(Exclusion, exclusionFromJson)
JOINERY_JSON(Index, indexFromJson)
JOINERY_JSON(Table, tableFromJson)
JOINERY_JSON(EnumType, enumTypeFromJson)
JOINERY_JSON(Sequence, sequenceFromJson)
JOINERY_JSON(View, viewFromJson)
JOINERY_JSON(Definition, definitionFromJson)
JOINERY_JSON(Catalog, catalogFromJson)
#undef JOINERY_JSON

} // namespace joinery::schema
