namespace MovieChat.Understudy.Sketching.Places;

/// <summary>The shell of a room: floor, walls and ceiling. The wall behind the camera is left out.</summary>
internal static class RoomArtist
{
    private const float Front = -7;

    public static void Draw(Stage stage, Place place)
    {
        var numbers = place.Room.Split(' ').Select(Prop.Number).ToArray();
        var (half, high, back) = (numbers[0], numbers[1], numbers[2]);
        var (wall, floor) = (stage.Colours.Of(place.Wall), stage.Colours.Of(place.Floor));
        var rough = place.Wall is "rock";
        if (stage.Camera.At.Y < high)
        {
            stage.Face([new(-half, high, Front), new(half, high, Front), new(half, high, back), new(-half, high, back)], wall, 0.2f);
            for (var z = 0f; z < back && place.Wall is "wood" or "metal" or "brick"; z += 1.2f) stage.Edge(new(-half, high, z), new(half, high, z), 1.4f, 0.6f);
        }
        stage.Face([new(-half, 0, Front), new(half, 0, Front), new(half, 0, back), new(-half, 0, back)], floor);
        Floor(stage, place.Floor, half, back);
        stage.Face([new(-half, 0, Front), new(-half, 0, back), new(-half, high, back), new(-half, high, Front)], wall, 0.06f);
        stage.Face([new(half, 0, Front), new(half, 0, back), new(half, high, back), new(half, high, Front)], wall, 0.36f);
        stage.Face([new(-half, 0, back), new(half, 0, back), new(half, high, back), new(-half, high, back)], wall, 0.14f);
        foreach (var side in (ReadOnlySpan<float>)[-half, half])
        {
            stage.Edge(new(side, 0, Front), new(side, 0, back), 2.2f);
            stage.Edge(new(side, high, Front), new(side, high, back), 2);
            stage.Edge(new(side, 0, back), new(side, high, back), 2.2f);
        }
        stage.Edge(new(-half, 0, back), new(half, 0, back), 2.2f);
        stage.Edge(new(-half, high, back), new(half, high, back), 2);
        Wall(stage, place.Wall, half, high, back, rough);
    }

    private static void Floor(Stage stage, string kind, float half, float back)
    {
        switch (kind)
        {
            case "boards":
                for (var x = -half; x <= half; x += 0.32f) stage.Edge(new(x, 0, Front), new(x + 0.01f, 0, back), 1, 0.45f);
                break;
            case "tiles" or "stones" or "metal":
                var step = kind == "metal" ? 1.2f : 0.62f;
                for (var x = -half; x <= half; x += step) stage.Edge(new(x, 0, Front), new(x, 0, back), 1, 0.4f);
                for (var z = -1f; z <= back; z += step) stage.Edge(new(-half, 0, z), new(half, 0, z), 1, 0.4f);
                break;
            default:
                for (var i = 0; i < 40; i++)
                {
                    var (x, z) = (half * stage.Pen.Jitter(), 0.5f + back * 0.5f * (1 + stage.Pen.Jitter()) * 0.95f);
                    stage.Edge(new(x, 0, z), new(x + 0.25f, 0, z + 0.02f), 1.2f, 0.55f);
                }
                break;
        }
    }

    private static void Wall(Stage stage, string kind, float half, float high, float back, bool rough)
    {
        if (kind is "plaster" or "paper" or "wood") foreach (var y in kind == "wood" ? (ReadOnlySpan<float>)[0.12f, 1, 1.06f] : [0.12f])
        {
            stage.Edge(new(-half, y, back), new(half, y, back), 1.3f, 0.7f);
            stage.Edge(new(-half, y, Front), new(-half, y, back), 1.3f, 0.7f);
            stage.Edge(new(half, y, Front), new(half, y, back), 1.3f, 0.7f);
        }
        if (kind is "brick" or "stone" || rough)
            for (var i = 0; i < 46; i++)
            {
                var (course, size) = (kind == "brick" ? 0.16f : 0.42f, kind == "brick" ? 0.3f : 0.8f);
                var y = course * MathF.Round((0.5f + 0.5f * stage.Pen.Jitter()) * high / course);
                var x = half * stage.Pen.Jitter();
                if (i % 3 == 0)
                {
                    var z = back * (0.5f + 0.5f * stage.Pen.Jitter());
                    var side = i % 2 == 0 ? -half : half;
                    stage.Edge(new(side, y, z), new(side, y + (rough ? 0.2f * stage.Pen.Jitter() : 0), z + size), 1.2f, 0.5f);
                }
                else
                {
                    stage.Edge(new(x, y, back), new(x + size, y + (rough ? 0.2f * stage.Pen.Jitter() : 0), back), 1.2f, 0.5f);
                    stage.Edge(new(x, y, back), new(x + (rough ? 0.1f : 0), Math.Min(y + course, high), back), 1.2f, 0.5f);
                }
            }
        if (kind == "metal")
            for (var x = -half + 1; x < half; x += 1.1f) stage.Edge(new(x, 0, back), new(x, high, back), 1.3f, 0.6f);
        if (kind == "paper")
            for (var x = -half + 0.3f; x < half; x += 0.34f) stage.Edge(new(x, 0.14f, back), new(x, high, back), 0.9f, 0.28f);
    }
}
