/** How people of one tradition are called. Families are a beginning and an ending, so most belong to nobody. */
export interface Tradition {
  readonly given: readonly string[];
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

export const AMERICAN: Tradition = {
  given: words(
    'Harold Denise Gloria Wesley Tamika Brandon Cheryl Roland Darlene Travis Monique Leonard Bethany Curtis Marjorie ' +
      'Kaylee Jerome Phyllis Dustin LaShonda Earl Rosemary Tyrone Kristen Floyd Yolanda Garrett Melinda Hope Grant',
  ),
  beginnings: words(
    'Hart Brook Thorn Wind Ash Lang Pem Strat Whit Hol Kings Marl Pres Ruther Col Wad Cran Dun El Farn',
  ),
  endings: words('well field bury ham son ley worth ton wick combe man ford ridge stone'),
};

export const TRADITIONS: readonly Tradition[] = [
  {
    given: words(
      'María José Guadalupe Ramón Xiomara Ignacio Lucía Esteban Araceli Joaquín Pilar Hernán Itzel',
    ),
    beginnings: words('Val Cam Sal Que Mon Esc Tor Zam Al Bel'),
    endings: words('verde arena cedo brano talvo beros quera mendi dívar zuela'),
  },
  {
    given: words('Ahmad Fatima Yusuf Khadija Omar Layla Tariq Noor Hassan Zaynab Bilal Rania Mustafa'),
    beginnings: words('al-Sha al-Ra Abdul Bou Ben Al-Ma Haj Nas Kha'),
    endings: words('riqi faoui rahman khalil moudi zawi sser lidi dari'),
  },
  {
    given: words('Minh Thuy Linh Quang Hoa Duc Ngoc Tuan Mai Bao Lan Phuong Khanh Thi-Mai Van-Duc'),
    beginnings: words('Nguyen Tran Pham Vo Huynh Dang Bui Ngo Duong Ly'),
    endings: [''],
  },
  {
    given: words('Agnieszka Zbigniew Małgorzata Krzysztof Bożena Wojciech Halina Tadeusz Zofia Przemysław'),
    beginnings: words('Wisz Kowal Dąbr Szcz Górz Zieli Brzoz Jaworz Pietrz Mazur'),
    endings: words('niewska czyk owski epańska yński kiewicz ycki ewicz ak'),
  },
  {
    given: words('Chinedu Ngozi Oluwaseun Adaeze Emeka Folasade Ifeanyi Amaka Babatunde Yewande Obinna'),
    beginnings: words('Okon Ade Nwa Olu Eze Ogun Aki Chuk Obi Iro'),
    endings: words('kwo yemi chukwu wole bueze sanya nwale wuma dike oha'),
  },
  {
    given: words('Priya Rajesh Lakshmi Arjun Sunita Venkatesh Anjali Harpreet Deepak Kavitha Suresh Meera'),
    beginnings: words('Ven Rama Chandra Mukh Bhat Krish Gop Srini Agar Desh'),
    endings: words('katesan krishnan sekhar erjee tacharya namurthy alan vasan wal pande'),
  },
  {
    given: words('Xiaoming Yifan Meiling Zhiwei Jiahui Qiang Xiulan Haoran Yuchen Lihua Guoliang'),
    beginnings: words('Zhang Xu Huang Zhou Qiu Shen Xie Cao Lü Ouyang Zheng'),
    endings: [''],
  },
  {
    given: words('Amélie François Geneviève Étienne Chloé Benoît Solène René Maëlys Gaëtan Noémie Anaïs'),
    beginnings: words('Beau Mont Cour Ville Lefè Du Bel Char Fré Des'),
    endings: words('champ rivage tois neuve bvre chêne lemare pentier mont rosiers'),
  },
  {
    given: words('Siobhán Mei-Lin Bjørn Ingrid Dmitri Oksana Kwame Leilani Takeshi Haruka Giuseppe Eirini'),
    beginnings: words("O'Bran Mac Van-der- Lind Petro Yama Naka D'An Papa Kala"),
    endings: words('nagh Allister Berg qvist venko moto gawa gelo dakis kaua'),
  },
];
