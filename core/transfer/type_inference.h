// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/row_block.h"
#include "core/schema/type.h"

namespace joinery::transfer {

/// Finds the narrowest type for every column of a file that gives each of its values back as it was written: numbers
/// with leading zeros or a plus sign are texts (they are names of things), decimals are Numeric, never Double, unless
/// there is an exponent; true and false are Boolean, ISO 8601 dates and times are what they are. A column without any
/// value is Text.
class TypeInference
{
public:
    /// `decimalComma`: 1.234,5 is a number, 1.5 is none.
    explicit TypeInference(bool decimalComma = false) : m_decimalComma(decimalComma) {}

    void see(const driver::RowBlock &rows);
    schema::Type type(int column) const;

private:
    struct Column
    {
        bool hasValues = false;
        bool boolean = true, integer = true, decimal = true, real = true;
        bool date = true, time = true, dateTime = true, uuid = true, json = true;
        bool someZone = false, someNoZone = false;
        qint64 minimum = 0, maximum = 0;
        int wholeDigits = 1, scale = 0; ///< of decimals
        int fraction = 0;               ///< digits of seconds
    };
    void see(Column &column, driver::ValueTag tag, QByteArrayView text) const;
    static void seeNumber(Column &column, QByteArrayView text);
    static void seeMoment(Column &column, QByteArrayView text);

    bool m_decimalComma;
    std::vector<Column> m_columns;
};

} // namespace joinery::transfer
