namespace OfflineFiles.Sdk.Testing.Rules;

/// <summary>The rules of the rooms and of the arrows between them. Each gives what breaks it, as texts to read; nothing when it holds.</summary>
internal static class ArchitectureRules
{
    /// <summary>Each internal top-level type is in the namespace of its folder, and each type is found in the sources.</summary>
    /// <param name="library">The library.</param>
    /// <param name="namedByOthers">The full names of types that are named for somebody else; each is a type of the library.</param>
    public static IEnumerable<string> TypesOutOfTheirRoom(Library library, params string[] namedByOthers) =>
    [
        .. library.UnknownTypes.Select(type => $"{type} is declared in no source of the library that the rules can read."),
        .. namedByOthers.Except(library.Types.Select(type => type.FullName)).Select(name => $"{name} is named for somebody else, but is not there."),
        .. from type in library.Types
           let expected = type.Folder.Length == 0 ? library.RootNamespace : $"{library.RootNamespace}.{type.Folder.Replace('/', '.')}"
           where !type.IsPublic && !namedByOthers.Contains(type.FullName) && type.FullName[..type.FullName.LastIndexOf('.')] != expected
           select $"{type.FullName} lies in {type.Folder}, so its namespace is {expected}.",
    ];

    /// <summary>No folder leads back to itself by way of others.</summary>
    public static IReadOnlyList<string> Circles(Library library) => new FolderGraph(library.Uses).Circles();

    /// <summary>No folder uses a type that lies in the root folder, which is the front door of the library.</summary>
    public static IEnumerable<string> UsesOfTheFrontDoor(IEnumerable<FolderUse> uses) =>
        uses.Where(use => use.From.Length > 0 && use.To.Length == 0).Select(use => $"{use.From}: {use}").Distinct().Order(StringComparer.Ordinal);

    /// <summary>A room uses only rooms before it; a room and the one it lies in may use each other.</summary>
    /// <param name="uses">The uses between the folders.</param>
    /// <param name="rooms">
    /// The rooms in order; those in one row do not know each other. A room is a folder with all below it that has no room of its own.
    /// </param>
    public static IEnumerable<string> ArrowsAgainstTheOrder(IEnumerable<FolderUse> uses, IReadOnlyList<string[]> rooms)
    {
        var rows = rooms.SelectMany((row, index) => row.Select(room => (room, index))).ToDictionary(place => place.room, place => place.index);
        string? RoomOf(string? folder)
        {
            // What lies below the root is in a room of its own or in none: the root is the front door only.
            while (folder?.Length > 0 && !rows.ContainsKey(folder)) folder = FolderUse.ParentOf(folder) is { Length: > 0 } above ? above : null;
            return folder is not null && rows.ContainsKey(folder) ? folder : null;
        }

        var arrows = from use in uses
                     let user = RoomOf(use.From)
                     let used = RoomOf(use.To)
                     where user is not null && used is not null && user != used && !(use with { From = user, To = used }).IsBetweenParentAndChild
                     group use by (User: user, Used: used);
        return
        [
            .. from folder in uses.SelectMany(use => new[] { use.From, use.To }).Distinct()
               where RoomOf(folder) is null
               select $"The folder {folder} is in no room of the table.",
            .. from arrow in arrows
               where rows[arrow.Key.User] <= rows[arrow.Key.Used]
               orderby arrow.Key.User, arrow.Key.Used
               select $"{arrow.Key.User} may not use {arrow.Key.Used}: {string.Join(", ", arrow.Select(use => use.ToString()).Distinct())}",
        ];
    }

    /// <summary>No product sees the internals of another.</summary>
    public static IEnumerable<string> InternalsShownTo(IEnumerable<string> friends, IReadOnlyCollection<string> products) =>
        friends.Where(friend => products.Contains(friend.Split(',')[0])).Select(friend => $"{friend} is a product and sees internals.");
}
