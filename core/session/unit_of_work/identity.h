// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"

#include <vector>

namespace joinery::session {

/// The values of a record's key, in a form in which equal keys are equal however they came: typed, read or given back.
class Identity
{
public:
    Identity() = default;
    explicit Identity(std::vector<driver::Value> values);
    explicit Identity(driver::Value value) : m_first(normal(std::move(value))) {}

    const driver::Value &at(size_t index) const { return index == 0 ? m_first : m_rest[index - 1]; }
    size_t size() const { return m_rest.size() + 1; }
    std::vector<driver::Value> values() const;
    bool hasNull() const;
    size_t hash() const;
    QString toText() const;

    friend bool operator==(const Identity &a, const Identity &b) { return a.m_first == b.m_first && a.m_rest == b.m_rest; }
    /// An order for flushing: numbers by value, everything else by its bytes.
    friend bool operator<(const Identity &a, const Identity &b);

private:
    static driver::Value normal(driver::Value value);

    driver::Value m_first; // most keys have one column
    std::vector<driver::Value> m_rest;
};

} // namespace joinery::session
