// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/row_cache.h"

#include <algorithm>

namespace joinery::session {

using driver::RowBlock;

namespace {

__extension__ typedef __int128 Wide; // a range of keys may be as wide as their type

constexpr int kRun = 200;
// So many rows are left out by counting sooner than a guess is made; an engine walks them within a millisecond or two.
constexpr qint64 kNear = 4'000;
// So many rows ahead of what is seen are read without being asked for.
constexpr qint64 kAhead = 60;

} // namespace

void RowCache::reset(RowSource source, bool seekable)
{
    m_source = std::move(source);
    m_seekable = seekable;
    m_chunks.clear();
    m_chains.clear();
    m_bytes = 0;
    m_total = 0;
    m_totalKnown = m_totalExact = false;
    m_range.reset();
    m_kept.reset();
}

void RowCache::invalidate(qint64 keep)
{
    m_kept.reset();
    // The row before the kept one: what follows it is read again, also where the kept one is gone.
    if (const auto found = keep > 0 && m_seekable ? find(keep - 1) : std::nullopt)
        m_kept.emplace(keep, m_source.orderOf(*found->block, found->row));
    m_chunks.clear();
    m_chains.clear();
    m_bytes = 0;
    m_totalExact = false;
}

RowCache::Chunks::const_iterator RowCache::chunkAt(qint64 position) const
{
    auto at = m_chunks.upper_bound(position);
    if (at == m_chunks.begin())
        return m_chunks.end();
    --at;
    return position < at->second.end(at->first) ? at : m_chunks.end();
}

std::optional<RowCache::Found> RowCache::find(qint64 position) const
{
    const auto at = chunkAt(position);
    if (at == m_chunks.end())
        return std::nullopt;
    at->second.used = ++m_clock;
    return Found{&at->second.rows, int(position - at->first)};
}

std::vector<RowCache::Shift> RowCache::setTotal(qint64 total, bool exact)
{
    const qint64 by = total - m_total;
    m_totalKnown = true;
    m_totalExact = exact;
    std::vector<Shift> shifts;
    if (by == 0)
        return shifts;
    m_total = total;
    for (auto &[chain, anchor] : m_chains) {
        if (anchor == Anchor::End)
            shifts.push_back(move(chain, by));
    }
    if (exact) {
        for (auto &[chain, anchor] : m_chains) {
            if (anchor == Anchor::End)
                anchor = Anchor::Exact;
        }
    } else if (!m_chunks.empty()) {
        growTotal(m_chunks.rbegin()->second.end(m_chunks.rbegin()->first));
    }
    return shifts;
}

void RowCache::growTotal(qint64 atLeast)
{
    if (!m_totalExact && m_total < atLeast)
        m_total = atLeast;
}

// What a person sorts by may be so large that only a part of it was read: then the place is found by counting.
std::optional<RowCache::Read> RowCache::plan(qint64 first, qint64 last) const
{
    const auto read = planSeeking(first, last);
    if (!read || std::ranges::none_of(read->seek.order, &driver::Value::isPart))
        return read;
    Read counted;
    counted.seek.rows = read->seek.rows;
    counted.start = read->seek.kind == Seek::Kind::Before ? std::max<qint64>(0, read->start - read->seek.rows) : read->start;
    counted.seek.skip = counted.start;
    return counted;
}

std::optional<RowCache::Read> RowCache::planSeeking(qint64 first, qint64 last) const
{
    const qint64 end = m_totalKnown || m_totalExact ? m_total : std::max(m_total, last + 1);
    const qint64 low = std::max<qint64>(0, first);
    const qint64 high = std::min(last, end - 1);
    const auto missingIn = [&](qint64 from, qint64 to) -> qint64 {
        for (qint64 at = from; at <= to;) {
            const auto chunk = chunkAt(at);
            if (chunk == m_chunks.end())
                return at;
            at = chunk->second.end(chunk->first);
        }
        return -1;
    };
    if (const qint64 missing = missingIn(low, high); missing >= 0)
        return planMissing(missing, high);
    if (!m_totalKnown && !m_totalExact && m_chunks.empty())
        return planMissing(0, kRun);
    if (const qint64 missing = missingIn(high + 1, std::min(high + kAhead, end - 1)); missing >= 0)
        return planMissing(missing, missing);
    // Upwards from what is seen, so that what is read joins it.
    for (qint64 at = low - 1; at >= std::max<qint64>(0, low - kAhead);) {
        const auto chunk = chunkAt(at);
        if (chunk == m_chunks.end())
            return planMissing(at, at);
        at = chunk->first - 1;
    }
    return std::nullopt;
}

std::optional<RowCache::Read> RowCache::planMissing(qint64 missing, qint64 last) const
{
    Read read;
    read.seek.rows = kRun;
    if (!m_seekable) {
        // Aligned, so that the same counts find the same rows.
        read.start = missing / kRun * kRun;
        read.seek.skip = read.start;
        return read;
    }
    const auto next = m_chunks.upper_bound(missing);
    if (const auto before = missing > 0 ? chunkAt(missing - 1) : m_chunks.end(); before != m_chunks.end()) {
        read.seek.kind = Seek::Kind::After;
        read.seek.order = m_source.orderOf(before->second.rows, before->second.rows.rowCount() - 1);
        read.start = missing;
        read.chain = before->second.chain;
        if (next != m_chunks.end() && next->second.chain == read.chain)
            read.seek.rows = int(std::min<qint64>(kRun, next->first - missing));
        return read;
    }
    if (next != m_chunks.end() && (next->first <= last + 1 || next->first - missing <= kRun)) {
        read.seek.kind = Seek::Kind::Before;
        read.seek.order = m_source.orderOf(next->second.rows, 0);
        read.start = next->first;
        read.chain = next->second.chain;
        return read;
    }
    return planJump(missing);
}

RowCache::Read RowCache::planJump(qint64 position) const
{
    // A little before what is wanted: who jumps looks at what stands above, too.
    Read read;
    read.seek.rows = kRun;
    const qint64 from = std::max<qint64>(0, position - kAhead);
    if (m_kept && position >= m_kept->first && position - m_kept->first <= kNear) {
        read.seek = {Seek::Kind::After, m_kept->second, position - m_kept->first, kRun};
        read.start = position;
        read.guess = true;
        return read;
    }
    if (from <= kNear || (!m_totalKnown && m_chunks.empty())) {
        read.start = position < kRun ? 0 : from;
        read.seek.skip = read.start;
        return read;
    }
    if (m_totalKnown && m_total - position <= kNear) {
        const qint64 end = std::min(m_total, position + kRun - kAhead);
        read.seek.kind = Seek::Kind::Last;
        read.seek.skip = m_total - end;
        read.seek.rows = int(end - from);
        read.start = end;
        read.fromEnd = !m_totalExact;
        return read;
    }
    if (const auto next = m_chunks.upper_bound(position); next != m_chunks.begin()) {
        const auto &[start, chunk] = *std::prev(next);
        const qint64 end = chunk.end(start);
        if (position - end <= kNear) {
            read.seek = {Seek::Kind::After, m_source.orderOf(chunk.rows, chunk.rows.rowCount() - 1), from > end ? from - end : 0, kRun};
            read.start = std::max(from, end);
            read.chain = chunk.chain;
            return read;
        }
    }
    if (m_range && m_source.isInterpolable() && m_total > 1) {
        const bool descending = m_source.order().front().descending;
        const Wide width = Wide(m_range->maximum) - m_range->minimum;
        const qint64 offset = qint64(width * from / (m_total - 1));
        const qint64 key = descending ? m_range->maximum - offset : m_range->minimum + offset;
        read.seek.kind = Seek::Kind::From;
        read.seek.order = {driver::Value::integer(key)};
        read.start = from;
        read.guess = !(m_totalExact && width + 1 == m_total); // without gaps the key is the position
        return read;
    }
    if (m_totalExact && m_total - from < from) {
        const qint64 end = std::min(m_total, from + kRun);
        read.seek = {Seek::Kind::Last, {}, m_total - end, int(end - from)};
        read.start = end;
        return read;
    }
    read.seek.skip = from;
    read.start = from;
    return read;
}

std::vector<RowCache::Shift> RowCache::insert(const Read &read, RowRun run)
{
    std::vector<Shift> shifts;
    const qint64 count = run.rows.rowCount();
    const bool backwards = read.seek.kind == Seek::Kind::Before || read.seek.kind == Seek::Kind::Last;
    int chain = read.chain;
    if (chain != 0 && !m_chains.contains(chain))
        return shifts; // what it continues was dropped or moved away while it was read
    if (chain == 0) {
        chain = ++m_lastChain;
        m_chains[chain] = read.guess ? Anchor::Guess : read.fromEnd ? Anchor::End : Anchor::Exact;
    }
    qint64 start = backwards ? read.start - count : read.start;
    // The rows that it continues may have moved since it was asked for.
    for (const auto &[at, chunk] : m_chunks) {
        if (read.chain == 0 || chunk.chain != chain)
            continue;
        if (backwards && m_source.orderOf(chunk.rows, 0) == read.seek.order)
            start = at - count;
        else if (!backwards && m_source.orderOf(chunk.rows, chunk.rows.rowCount() - 1) == read.seek.order)
            start = chunk.end(at) + read.seek.skip;
    }
    const auto moveChain = [&](qint64 by) {
        if (by != 0)
            shifts.push_back(move(chain, by));
        start += by;
    };
    if (backwards && run.reachedEnd && read.seek.kind == Seek::Kind::Before) {
        // The first row of all: now every row of this chain is known to its place.
        if (m_chains[chain] == Anchor::End && start != 0)
            m_total -= start;
        moveChain(-start);
        m_chains[chain] = Anchor::Exact;
    } else if (start < 0) {
        moveChain(-start);
    }
    if (count > 0) {
        for (auto at = m_chunks.begin(); at != m_chunks.end();) {
            if (at->first < start + count && start < at->second.end(at->first)) {
                m_bytes -= at->second.rows.byteSize();
                at = m_chunks.erase(at);
            } else {
                ++at;
            }
        }
        m_bytes += run.rows.byteSize();
        m_chunks.emplace(start, Chunk{std::move(run.rows), chain, ++m_clock});
    }
    const qint64 end = start + count;
    if (!backwards && run.reachedEnd && m_chains[chain] != Anchor::Guess) {
        // A skip may have led behind the end: then only so much is known that the end comes earlier.
        if (count > 0 || read.seek.skip == 0) {
            m_total = end;
            m_totalExact = m_totalKnown = true;
        } else {
            m_total = std::min(m_total, read.start);
            if (!m_chunks.empty())
                m_total = std::max(m_total, m_chunks.rbegin()->second.end(m_chunks.rbegin()->first));
        }
    } else if (!backwards && run.reachedEnd && m_totalKnown && end != m_total) {
        const qint64 by = m_total - end;
        for (auto &[at, anchor] : m_chains) {
            if (at == chain) {
                shifts.push_back(move(chain, by));
                anchor = m_totalExact ? Anchor::Exact : Anchor::End;
            }
        }
    } else {
        growTotal(run.reachedEnd ? end : end + (m_totalKnown ? 0 : 1));
    }
    evict(start);
    return shifts;
}

RowCache::Shift RowCache::move(int chain, qint64 by)
{
    Chunks moved;
    Shift shift{0, -1, by};
    for (auto at = m_chunks.begin(); at != m_chunks.end();) {
        if (at->second.chain != chain) {
            ++at;
            continue;
        }
        if (shift.last < 0)
            shift.first = at->first;
        shift.last = at->second.end(at->first) - 1;
        moved.emplace(at->first + by, std::move(at->second));
        at = m_chunks.erase(at);
    }
    // What stood where they come to was placed by a worse guess, or is read again.
    for (auto &[start, chunk] : moved) {
        for (auto at = m_chunks.begin(); at != m_chunks.end();) {
            if (at->first < chunk.end(start) && start < at->second.end(at->first)) {
                m_bytes -= at->second.rows.byteSize();
                at = m_chunks.erase(at);
            } else {
                ++at;
            }
        }
    }
    m_chunks.merge(moved);
    return shift;
}

std::optional<RowCache::Doubt> RowCache::doubt(qint64 position) const
{
    const auto at = chunkAt(position);
    if (at == m_chunks.end() || m_chains.at(at->second.chain) != Anchor::Guess)
        return std::nullopt;
    Doubt doubt{at->second.chain, at->first, m_source.orderOf(at->second.rows, 0)};
    if (std::ranges::any_of(doubt.order, &driver::Value::isPart))
        return std::nullopt;
    return doubt;
}

std::vector<RowCache::Shift> RowCache::settle(const Doubt &doubt, qint64 rowsBefore)
{
    const auto anchor = m_chains.find(doubt.chain);
    if (anchor == m_chains.end() || anchor->second != Anchor::Guess)
        return {};
    anchor->second = Anchor::Exact;
    for (const auto &[start, chunk] : m_chunks) {
        // The row may have moved with its chain since the count was asked for.
        if (chunk.chain == doubt.chain && m_source.orderOf(chunk.rows, 0) == doubt.order) {
            if (rowsBefore == start)
                return {};
            std::vector<Shift> shifts{move(doubt.chain, rowsBefore - start)};
            if (!m_chunks.empty())
                growTotal(m_chunks.rbegin()->second.end(m_chunks.rbegin()->first));
            return shifts;
        }
    }
    return {};
}

bool RowCache::isCertain(qint64 position) const
{
    const auto at = chunkAt(position);
    return at != m_chunks.end() && m_chains.at(at->second.chain) == Anchor::Exact;
}

void RowCache::evict(qint64 around)
{
    while (m_bytes > m_budget && m_chunks.size() > 2) {
        auto oldest = m_chunks.end();
        for (auto at = m_chunks.begin(); at != m_chunks.end(); ++at) {
            if (at->first != around && (oldest == m_chunks.end() || at->second.used < oldest->second.used))
                oldest = at;
        }
        m_bytes -= oldest->second.rows.byteSize();
        m_chunks.erase(oldest);
    }
}

} // namespace joinery::session
