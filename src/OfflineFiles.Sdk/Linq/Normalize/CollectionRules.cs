using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Equality;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Which values a collection takes for the one that is sought in it.</summary>
internal enum CollectionRule
{
    /// <summary>Nothing is said: the rule of queries.</summary>
    Query,

    /// <summary>Strings ordinally, in the case they have, by the caller's own word.</summary>
    Exact,

    /// <summary>Only the collection itself, or the comparer it was given, knows.</summary>
    Own,
}

/// <summary>
/// What a collection says about equality: the table of the comparers that collections are given, and where each is read. A collection that
/// was given none, or the one that everything has by default, says nothing. See Decisions/0001.
/// </summary>
internal static class CollectionRules
{
    // Comparers that no property tells are read from where they are kept; where that is not found, only the collection knows.
    private static readonly Dictionary<string, string[]> Comparers = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.HashSet`1"] = ["Comparer"],
        ["System.Collections.Generic.SortedSet`1"] = ["Comparer"],
        ["System.Collections.Generic.Dictionary`2"] = ["Comparer"],
        ["System.Collections.Generic.SortedDictionary`2"] = ["Comparer"],
        ["System.Collections.Generic.SortedList`2"] = ["Comparer"],
        ["System.Collections.Generic.OrderedDictionary`2"] = ["Comparer"],
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = ["Comparer"],
        ["System.Collections.Frozen.FrozenSet`1"] = ["Comparer"],
        ["System.Collections.Frozen.FrozenDictionary`2"] = ["Comparer"],
        ["System.Collections.Immutable.ImmutableHashSet`1"] = ["KeyComparer"],
        ["System.Collections.Immutable.ImmutableHashSet`1+Builder"] = ["KeyComparer"],
        ["System.Collections.Immutable.ImmutableSortedSet`1"] = ["KeyComparer"],
        ["System.Collections.Immutable.ImmutableSortedSet`1+Builder"] = ["KeyComparer"],
        ["System.Collections.Immutable.ImmutableDictionary`2"] = ["KeyComparer"],
        ["System.Collections.Immutable.ImmutableDictionary`2+Builder"] = ["KeyComparer"],
        ["System.Collections.Immutable.ImmutableSortedDictionary`2"] = ["KeyComparer"],
        ["System.Collections.Immutable.ImmutableSortedDictionary`2+Builder"] = ["KeyComparer"],
        ["System.Linq.Lookup`2"] = ["_comparer", "comparer"],
        ["System.Collections.Hashtable"] = ["EqualityComparer"],
        ["System.Collections.SortedList"] = ["comparer"],
        ["System.Collections.Specialized.OrderedDictionary"] = ["_comparer"],
        ["System.Collections.Specialized.ListDictionary"] = ["comparer"],

        // What it is asked for is no value of it, but the key of one.
        ["System.Collections.ObjectModel.KeyedCollection`2"] = [],
    };

    private static readonly HashSet<string> DefaultComparers = new(StringComparer.Ordinal)
    {
        "GenericEqualityComparer`1", "NullableEqualityComparer`1", "ObjectEqualityComparer`1", "EnumEqualityComparer`1", "ByteEqualityComparer",
        "SByteEnumEqualityComparer`1", "ShortEnumEqualityComparer`1", "LongEnumEqualityComparer`1",
        "GenericComparer`1", "NullableComparer`1", "ObjectComparer`1", "EnumComparer`1",
    };

    // Views ask what they were made of.
    private static readonly Dictionary<string, string[]> Wrapped = new(StringComparer.Ordinal)
    {
        ["System.Collections.ObjectModel.Collection`1"] = ["Items"],
        ["System.Collections.ObjectModel.ReadOnlyCollection`1"] = ["Items"],
        ["System.Collections.ObjectModel.ReadOnlySet`1"] = ["Set"],
        ["System.Collections.ObjectModel.ReadOnlyDictionary`2"] = ["Dictionary", "m_dictionary"],
        ["System.Collections.ObjectModel.ReadOnlyDictionary`2+KeyCollection"] = ["_collection", "m_collection"],
        ["System.Collections.Generic.Dictionary`2+KeyCollection"] = ["_dictionary", "dictionary"],
        ["System.Collections.Generic.SortedDictionary`2+KeyCollection"] = ["_dictionary", "dictionary"],
        ["System.Collections.Generic.SortedList`2+KeyList"] = ["_dict"],
        ["System.Collections.Generic.OrderedDictionary`2+KeyCollection"] = ["_dictionary"],
        ["System.Collections.Immutable.KeysOrValuesCollectionAccessor`3"] = ["Dictionary"],
    };

    /// <summary>The rule of a collection.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="searcher">The type whose method searches in it; null if one of the platform enumerates it.</param>
    public static CollectionRule Of(object collection, Type? searcher = null)
    {
        if (searcher is not null && !IsOfCollections(searcher)) return CollectionRule.Own;
        for (var type = collection.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? "";
            if (Comparers.TryGetValue(name, out var comparers))
                return TryRead(type, collection, comparers, out var comparer) ? OfComparer(comparer) : CollectionRule.Own;
            if (Wrapped.TryGetValue(name, out var inner))
                return TryRead(type, collection, inner, out var wrapped) && wrapped is not null ? Of(wrapped) : CollectionRule.Own;
            if (IsOfPlatform(type) || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)) continue;
            if (SearchesItself(type)) return CollectionRule.Own;
        }

        return CollectionRule.Query;
    }

    /// <summary>The rule of a comparer.</summary>
    public static CollectionRule OfComparer(object? comparer) => comparer switch
    {
        null => CollectionRule.Query,
        _ when ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase) || ReferenceEquals(comparer, ValueEquality.Texts) => CollectionRule.Query,
        _ when IsDefault(comparer) => CollectionRule.Query,
        _ when ReferenceEquals(comparer, StringComparer.Ordinal) => CollectionRule.Exact,
        _ => CollectionRule.Own,
    };

    /// <summary>Whether a comparer is the one that everything has which is given none.</summary>
    public static bool IsDefault(object comparer) =>
        comparer is Comparer
        || ReferenceEquals(comparer, EqualityComparer<string>.Default)
        || ReferenceEquals(comparer, Comparer<string>.Default)
        || comparer.GetType() is { Namespace: "System.Collections.Generic" } type && DefaultComparers.Contains(type.Name);

    /// <summary>Whether a type is a collection of .NET, or of the runtime of a language: one that is searched among what it enumerates.</summary>
    public static bool IsOfCollections(Type type) =>
        type.IsArray
        || Array.Exists(["System.Collections.", "System.Linq.", "Microsoft.FSharp."], name => (type.Namespace + ".").StartsWith(name, StringComparison.Ordinal));

    /// <summary>Whether .NET, or the runtime of a language, defines a type.</summary>
    public static bool IsOfPlatform(Type type) =>
        IsOfNet(type) || type.Namespace?.StartsWith("Microsoft.FSharp.", StringComparison.Ordinal) == true;

    /// <summary>Whether .NET itself defines a type.</summary>
    public static bool IsOfNet(Type type) => type.IsArray || type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A method that was cut away is called by nothing, and then does not search.")]
#endif
    private static bool SearchesItself(Type type) =>
        Array.Exists(
            type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly),
            method => Array.Exists([".Contains", ".ContainsKey"], name => ("." + method.Name).EndsWith(name, StringComparison.Ordinal)));

#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The dependencies name what is read; what is not found is left to the collection.")]
    [DynamicDependency("Comparer", typeof(HashSet<>))]
    [DynamicDependency("Comparer", typeof(SortedSet<>))]
    [DynamicDependency("Comparer", typeof(Dictionary<,>))]
    [DynamicDependency("Comparer", typeof(SortedDictionary<,>))]
    [DynamicDependency("Comparer", typeof(SortedList<,>))]
    [DynamicDependency("Comparer", typeof(System.Collections.Concurrent.ConcurrentDictionary<,>))]
    [DynamicDependency("_comparer", typeof(Lookup<,>))]
    [DynamicDependency("_comparer", typeof(System.Collections.Specialized.OrderedDictionary))]
    [DynamicDependency("comparer", typeof(System.Collections.Specialized.ListDictionary))]
    [DynamicDependency("Items", typeof(System.Collections.ObjectModel.Collection<>))]
    [DynamicDependency("Items", typeof(System.Collections.ObjectModel.ReadOnlyCollection<>))]
    [DynamicDependency("Dictionary", typeof(System.Collections.ObjectModel.ReadOnlyDictionary<,>))]
    [DynamicDependency("_dictionary", typeof(Dictionary<,>.KeyCollection))]
#endif
    private static bool TryRead(Type type, object collection, string[] members, out object? value)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        value = null;
        foreach (var member in members)
        {
            if (type.GetProperty(member, Any) is { } property)
            {
                value = property.GetValue(collection);
                return true;
            }

            if (type.GetField(member, Any) is not { } field) continue;
            value = field.GetValue(collection);
            return true;
        }

        return false;
    }
}
