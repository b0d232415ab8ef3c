using System.Collections;

namespace OfflineFiles.Sdk.Embedded.Reports;

/// <summary>
/// The outcomes of an operation, in the order in which they were told. Of an item that is as it was, as most are, only the directory, the
/// letters of its name and the state are kept: the outcome is made when somebody looks at it, and is another object each time.
/// </summary>
internal sealed class OutcomeList : IReadOnlyList<ItemOutcome>
{
    // Neither is moved while the list grows, nor large enough to stay for long when nobody needs it any more.
    private const int PartLength = 1024;
    private const int LettersLength = 32 * 1024;

    private readonly List<Entry[]> _parts = [];
    private char[] _letters = [];
    private int _used;

    public int Count { get; private set; }

    public ItemOutcome this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return At(index).Outcome();
        }
    }

    public void Add(ItemOutcome outcome) => Add(new Entry { What = outcome });

    /// <summary>Adds that an item of a directory is as it was.</summary>
    public void AddUnchanged(UncPath directory, string name, SyncState state)
    {
        if (_letters.Length - _used < name.Length) (_letters, _used) = (new char[Math.Max(LettersLength, name.Length)], 0);
        name.CopyTo(_letters.AsSpan(_used));
        Add(new Entry { What = directory, Letters = _letters, Start = _used, Length = name.Length, State = state });
        _used += name.Length;
    }

    /// <summary>Puts another outcome in the place of one.</summary>
    public void Replace(int index, ItemOutcome outcome) => At(index) = new Entry { What = outcome };

    public IEnumerator<ItemOutcome> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return At(i).Outcome();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ref Entry At(int index) => ref _parts[index / PartLength][index % PartLength];

    private void Add(in Entry entry)
    {
        if (Count == _parts.Count * PartLength) _parts.Add(new Entry[PartLength]);
        At(Count++) = entry;
    }

    private readonly struct Entry
    {
        /// <summary>The outcome; the directory of an item that is as it was.</summary>
        public required object What { get; init; }

        /// <summary>Where its name is among others; null with an outcome.</summary>
        public char[]? Letters { get; init; }

        public int Start { get; init; }

        public int Length { get; init; }

        public SyncState State { get; init; }

        public ItemOutcome Outcome() => Letters is null
            ? (ItemOutcome)What
            : new ItemOutcome { Path = ((UncPath)What).Append(new string(Letters, Start, Length)), Status = OutcomeStatus.Unchanged, State = State };
    }
}
