using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Gathers rows by key, and passes on what is made of each key and what it gathered, in the order the keys were met.</summary>
internal sealed class GroupStage(IEqualityComparer<object?> equality, Func<object?, object?> key, Gathering gathering, RowStage next) : RowStage(next)
{
    private readonly KeyTable<Group> _groups = new(equality);

    public override bool Accept(object? row)
    {
        var found = key(row);
        var group = _groups.Find(found) ?? _groups.Add(found, new Group(found, gathering.Seed(found)));
        group.Gathered = gathering.Add(group.Gathered, row);
        return true;
    }

    public override void Complete()
    {
        if (Next.WantsRows)
        {
            foreach (var group in _groups.Values)
                if (!Next.Accept(gathering.Result(group.Key, group.Gathered))) break;
        }

        Next.Complete();
    }

    private sealed class Group(object? key, object? gathered)
    {
        public object? Key => key;

        public object? Gathered { get; set; } = gathered;
    }
}

/// <summary>What is gathered of the rows of one key: what it begins with, what a row adds to it, and what it is passed on as.</summary>
internal sealed record Gathering(Func<object?, object?> Seed, Func<object?, object?, object?> Add, Func<object?, object?, object?> Result);
