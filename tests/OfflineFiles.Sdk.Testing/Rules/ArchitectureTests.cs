using System.Reflection;

namespace OfflineFiles.Sdk.Testing.Rules;

/// <summary>The rules of the rooms over one library. A test project derives from it once and gives the order of the rooms.</summary>
public abstract class ArchitectureTests(Assembly assembly)
{
    private readonly Lazy<Library> _library = new(() => Library.Of(assembly));

    /// <summary>The rooms in order: a room uses only rooms in rows before its own. The root has the empty name.</summary>
    protected abstract string[][] Rooms { get; }

    /// <summary>Whether folders may use what lies in the root folder: not where that is the front door.</summary>
    protected virtual bool IsRootShared => false;

    /// <summary>Types whose full names are those that a tool asks for.</summary>
    protected virtual string[] NamedByOthers => [];

    [Test]
    public void Every_internal_type_is_in_the_namespace_of_its_folder() => Hold(ArchitectureRules.TypesOutOfTheirRoom(_library.Value, NamedByOthers));

    [Test]
    public void No_folder_leads_back_to_itself() => Hold(ArchitectureRules.Circles(_library.Value));

    [Test]
    public void Nothing_uses_the_front_door()
    {
        if (!IsRootShared) Hold(ArchitectureRules.UsesOfTheFrontDoor(_library.Value.Uses));
    }

    [Test]
    public void A_room_uses_only_rooms_before_it() => Hold(ArchitectureRules.ArrowsAgainstTheOrder(_library.Value.Uses, Rooms));

    [Test]
    public void Every_room_of_the_table_exists() => Assert.That(
        Rooms.SelectMany(row => row).Where(room => !Directory.Exists(Path.Combine(SourceTree.Library(assembly.GetName().Name!), room))), Is.Empty);

    [Test]
    public void No_other_product_sees_its_internals() => Hold(ArchitectureRules.InternalsShownTo(
        _library.Value.FriendAssemblies, [.. Directory.GetDirectories(SourceTree.Library("")).Select(directory => Path.GetFileName(directory)!)]));

    private static void Hold(IEnumerable<string> breaches)
    {
        var all = breaches.ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} to mend:\n{string.Join('\n', all)}");
    }
}
