using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>One thing that the backend is asked for rows. Immutable.</summary>
internal abstract record BackendRequest
{
    private BackendRequest()
    {
    }

    /// <summary>The members that are read of the rows to carry it out.</summary>
    public virtual ItemMembers Members => ItemMembers.None;

    /// <summary>The same, for rows that hold some properties only.</summary>
    public abstract BackendRequest Selecting(WqlProperty[] properties);

    /// <summary>What is sent, in a dialect, text for text. Where more follow than can be known before, the last line is the rule for them.</summary>
    public abstract IEnumerable<string> Lines(WqlDialect dialect);

    public sealed override string ToString() => string.Join("; ", Lines(WqlDialect.Windows));

    /// <summary>The rows that a query finds.</summary>
    public sealed record Query(WqlSelectQuery Wql) : BackendRequest
    {
        /// <summary>What the backend orders the rows by; empty for no order.</summary>
        public IReadOnlyList<ItemOrder> Order { get; init; } = [];

        /// <summary>How many of the first ordered rows are wanted; null for all.</summary>
        public int? First { get; init; }

        public override BackendRequest Selecting(WqlProperty[] properties) => this with { Wql = Wql.WithProperties(properties) };

        public override IEnumerable<string> Lines(WqlDialect dialect) => [Wql.ToString(dialect)];
    }

    /// <summary>The item at a path, if there is one.</summary>
    public sealed record Lookup(UncPath Key) : BackendRequest
    {
        /// <summary>Whether an item is the one that is wanted: a backend may take two paths for one that are not.</summary>
        public bool IsFor(OfflineFilesItem item) => WqlText.AreEqual(item.ItemPath, Key.ToString());

        public override BackendRequest Selecting(WqlProperty[] properties) => this;

        public override IEnumerable<string> Lines(WqlDialect dialect) =>
            [WqlObjectPath.Instance(OfflineFilesSchema.Item.Name, CachePlace.ItemPath.Text, Key.ToString()).ToString()];
    }

    /// <summary>Everything below a path, by a query for the children of each container, level by level.</summary>
    public sealed record Walk(UncPath Root) : BackendRequest
    {
        private const string Rule = "then the same for each directory found";

        private WqlProperty[] Properties { get; init; } = [];

        public override ItemMembers Members => ItemMembers.ParentItemPath | ItemMembers.ItemType;

        public override BackendRequest Selecting(WqlProperty[] properties) => this with { Properties = properties };

        public WqlSelectQuery QueryFor(UncPath container) =>
            new(OfflineFilesSchema.Item.Name, new CachePlace(CachePlaceKind.Children, container).Condition, Properties);

        public override IEnumerable<string> Lines(WqlDialect dialect) => [QueryFor(Root).ToString(dialect), Rule];
    }
}
