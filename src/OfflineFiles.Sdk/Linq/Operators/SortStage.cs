using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Keeps all rows and passes them on in order: stable, null first, strings ordinal ignoring case.</summary>
internal sealed class SortStage(IReadOnlyList<SortKey> keys, RowStage next) : RowStage(next)
{
    private readonly Func<object?, object?>[] _readers = [.. keys.Select(key => key.Reader())];
    private readonly List<(object?[] Keys, object? Row)> _rows = [];

    public override bool Accept(object? row)
    {
        var values = new object?[_readers.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _readers[i](row);
        _rows.Add((values, row));
        return true;
    }

    public override void Complete()
    {
        if (Next.WantsRows)
        {
            var order = Enumerable.Range(0, _rows.Count).ToArray();
            Array.Sort(order, Compare);
            foreach (var index in order)
                if (!Next.Accept(_rows[index].Row)) break;
        }

        Next.Complete();
    }

    private int Compare(int left, int right)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var result = keys[i].Compare(_rows[left].Keys[i], _rows[right].Keys[i]);
            if (result != 0) return result;
        }

        return left.CompareTo(right);
    }
}
