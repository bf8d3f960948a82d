const split = (names: string): readonly string[] => names.split(' ');

/** Common given and family names of the United States, some for each initial; nobody in particular has them. */
export const FAKE_NAMES = {
  female: split(
    'Abigail Alice Amanda Audrey Barbara Beatrice Bonnie Brenda Carol Christine Claire Cynthia Deborah Denise Diana Dorothy Edith Eleanor ' +
      'Emily Evelyn Faith Felicia Flora Frances Gail Gloria Grace Gwendolyn Hannah Heather Helen Holly Jane Janet Joyce Julia Karen ' +
      'Katherine Kelly Kristen Laura Lillian Linda Lucy Margaret Martha Megan Monica Nancy Naomi Natalie Nora Pamela Patricia Paula Phyllis ' +
      'Rachel Rebecca Rita Rosemary Sandra Sarah Sharon Susan Tamara Teresa Theresa Tina Valerie Vanessa Veronica Violet Wanda Wendy Whitney Wilma',
  ),
  male: split(
    'Aaron Albert Andrew Arthur Benjamin Bernard Brian Bruce Calvin Charles Clifford Curtis Daniel David Dennis Douglas Edgar Edward ' +
      'Ernest Eugene Felix Floyd Francis Frederick Gary George Gerald Gregory Harold Harvey Henry Howard Jack James Jeremy Joseph Karl ' +
      'Keith Kenneth Kevin Lawrence Leonard Louis Luther Marcus Martin Matthew Michael Nathan Neil Nicholas Norman Patrick Paul Peter Philip ' +
      'Ralph Raymond Richard Robert Samuel Scott Stanley Stephen Theodore Thomas Timothy Travis Vernon Victor Vincent Virgil Wallace Walter Warren William',
  ),
  either: split(
    'Alex Avery Blair Bailey Casey Cameron Dakota Drew Emerson Ellis Finley Frankie Gale Greer Harper Hayden Jamie Jordan Kendall Kerry ' +
      'Lane Logan Marion Morgan Noel Nicky Parker Peyton Reese Robin Shannon Sidney Taylor Tracy Val Vivian Wren Winter',
  ),
  family: split(
    'Abbott Aldridge Archer Atwood Barlow Bennett Blackwell Bradford Caldwell Carver Chambers Crawford Dalton Davenport Dixon Dunlap ' +
      'Eastman Edwards Ellison Emerson Farrell Fisher Fleming Foster Gallagher Gibson Goodwin Griffin Hadley Hartman Holloway Hughes ' +
      'Jacobs Jarvis Jennings Johnston Keller Kendrick Kimball Knowles Lambert Lawson Lindsey Lowell Maddox Merritt Middleton Morrison ' +
      'Nash Newell Nichols Norwood Parrish Pearson Pratt Prescott Ramsey Redmond Rhodes Roberts Sanders Sawyer Shelton Stafford Tanner ' +
      'Thatcher Townsend Turner Vance Vaughn Vernon Vickers Wagner Walton Weaver Winslow',
  ),
} as const;

/** Words for streets, towns and houses. */
export const FAKE_PLACES = split(
  'Alder Amber Ashford Aspen Barley Beech Birch Blossom Bramble Brookfield Cedar Cherry Clover Copper Cypress Dogwood Elderberry ' +
    'Fairmont Fern Fieldstone Foxglove Granite Harvest Hawthorn Hazel Heather Hemlock Hickory Holly Ivy Juniper Kestrel Larch Laurel ' +
    'Lavender Linden Magnolia Marigold Meadow Mulberry Oakmont Olive Orchard Pebble Pinecrest Poplar Primrose Quarry Redwood Rosewood ' +
    'Sagebrush Sandstone Sequoia Silverton Spruce Sycamore Thistle Tulip Walnut Willow Windmere Wisteria',
);
