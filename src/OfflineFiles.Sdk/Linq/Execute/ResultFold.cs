namespace OfflineFiles.Sdk.Linq;

/// <summary>Makes one value of the rows that come out of a query.</summary>
internal abstract class ResultFold
{
    public static ResultFold Of(QueryPlan plan, QueryResult result) => result.Kind switch
    {
        QueryResultKind.First => new FirstFold(plan, isRequired: true, result.Default),
        QueryResultKind.FirstOrDefault => new FirstFold(plan, isRequired: false, result.Default),
        QueryResultKind.Single => new SingleFold(plan, isRequired: true, result.Default),
        QueryResultKind.SingleOrDefault => new SingleFold(plan, isRequired: false, result.Default),
        QueryResultKind.Last => new LastFold(plan, isRequired: true, result.Default),
        QueryResultKind.LastOrDefault => new LastFold(plan, isRequired: false, result.Default),
        QueryResultKind.Any => new AnyFold(whenFound: true),
        QueryResultKind.All => new AnyFold(whenFound: false),
        QueryResultKind.Count => new CountFold(count => checked((int)count)),
        _ => new CountFold(count => count),
    };

    /// <summary>Takes a row; false when no further one can change the value.</summary>
    public abstract bool Add(object? row);

    public abstract object? Finish();

    protected static InvalidOperationException NoRow(QueryPlan plan) => new($"Sequence contains no elements. The query: {plan.Describe()}");

    private sealed class FirstFold(QueryPlan plan, bool isRequired, object? value) : ResultFold
    {
        private object? _value = value;
        private bool _found;

        public override bool Add(object? row)
        {
            (_value, _found) = (row, true);
            return false;
        }

        public override object? Finish() => _found || !isRequired ? _value : throw NoRow(plan);
    }

    private sealed class LastFold(QueryPlan plan, bool isRequired, object? value) : ResultFold
    {
        private object? _value = value;
        private bool _found;

        public override bool Add(object? row)
        {
            (_value, _found) = (row, true);
            return true;
        }

        public override object? Finish() => _found || !isRequired ? _value : throw NoRow(plan);
    }

    private sealed class SingleFold(QueryPlan plan, bool isRequired, object? value) : ResultFold
    {
        private object? _value = value;
        private int _count;

        public override bool Add(object? row)
        {
            _value = row;
            return ++_count < 2;
        }

        public override object? Finish() => _count switch
        {
            > 1 => throw new InvalidOperationException($"Sequence contains more than one element. The query: {plan.Describe()}"),
            0 when isRequired => throw NoRow(plan),
            _ => _value,
        };
    }

    private sealed class AnyFold(bool whenFound) : ResultFold
    {
        private bool _found;

        public override bool Add(object? row) => !(_found = true);

        public override object Finish() => _found == whenFound;
    }

    private sealed class CountFold(Func<long, object> finish) : ResultFold
    {
        private long _count;

        public override bool Add(object? row)
        {
            _count++;
            return true;
        }

        public override object Finish() => finish(_count);
    }
}
